import { decimal, told } from '../src/model/values.js';

export const latitude = told('{subject} lies at {value} degrees of latitude', decimal('Degrees north, WGS 84.'));
export const longitude = told('{subject} lies at {value} degrees of longitude', decimal('Degrees east, WGS 84.'));
