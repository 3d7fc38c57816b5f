import { LineProgram } from './flat-programs.ts';

/** A line as sigma draws it, that knows how many pixels from its beginning it is. */
const VERTEX = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_normal;
attribute float a_normalCoef;
attribute vec2 a_positionStart;
attribute vec2 a_positionEnd;
attribute float a_positionCoef;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_minEdgeThickness;
varying vec4 v_color;
varying float v_along;
void main() {
  vec2 position = mix(a_positionStart, a_positionEnd, a_positionCoef);
  vec2 normal = a_normal * a_normalCoef;
  float thickness = max(length(normal), u_minEdgeThickness * u_sizeRatio) * u_correctionRatio / u_sizeRatio;
  gl_Position = vec4((u_matrix * vec3(position + normalize(normal) * thickness, 1)).xy, 0, 1);
  v_along = a_positionCoef * distance(a_positionStart, a_positionEnd) / u_correctionRatio;
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}
`;

/** Every other stretch is left out. */
const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying float v_along;
void main() {
  if (fract(v_along / 14.0) > 0.55) discard;
  gl_FragColor = v_color;
}
`;

/** Draws what is only planned or hoped for as dashes. */
export class DashedEdgeProgram extends LineProgram {
  override getDefinition() {
    return { ...super.getDefinition(), VERTEX_SHADER_SOURCE: VERTEX, FRAGMENT_SHADER_SOURCE: FRAGMENT };
  }
}
