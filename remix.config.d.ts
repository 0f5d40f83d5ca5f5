import type { VitePluginConfig } from '@remix-run/dev';

declare const config: VitePluginConfig;
// biome-ignore lint/style/noDefaultExport: describes a file that has one.
export default config;
