import { decimal } from '../src/model/values.js';

export const latitude = decimal('Degrees north, WGS 84.');
export const longitude = decimal('Degrees east, WGS 84.');
