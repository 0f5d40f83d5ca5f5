import { components } from './components.ts';
import { errors } from './errors.ts';
import { people } from './people.ts';
import { shell } from './shell.ts';
import { styleguide } from './styleguide.ts';

export const messages = { components, errors, people, shell, styleguide } as const;
