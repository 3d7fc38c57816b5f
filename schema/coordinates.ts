import { decimal, told } from '../src/model/values.js';

export const latitude = told('{subject} lies at a latitude of {value} degrees', decimal('Degrees north, WGS 84.'));
export const longitude = told('{subject} lies at a longitude of {value} degrees', decimal('Degrees east, WGS 84.'));
