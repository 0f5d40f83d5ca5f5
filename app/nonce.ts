import { createContext } from 'react';

/** The word that lets a page's own inline scripts run; the server knows it, the browser does not tell. */
export const NonceContext = createContext<string | undefined>(undefined);
