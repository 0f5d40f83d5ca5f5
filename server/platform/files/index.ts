export { type KeptFile, keepImage, readFile } from './keep-file.ts';
export { type Image, readImage } from './read-image.ts';
