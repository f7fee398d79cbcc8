/** A thing that is found by method and path template, such as `GET /users/{id}/roles`. */
export interface Addressed {
  method: string;
  path: string;
}

interface Entry<T> {
  route: T;
  segments: readonly string[];
}

/** What a path leads to: the entry with its parameters, or the methods that the path does know. */
export type Match<T> =
  | { found: 'route'; route: T; params: Record<string, string> }
  | { found: 'path'; methods: string[] }
  | { found: 'nothing' };

/**
 * Finds entries by their path. Segments are split before they are decoded, so that an encoded slash in an id
 * stays inside its segment. A literal segment wins over a parameter.
 */
export function pathMatcher<T extends Addressed>(routes: readonly T[]) {
  const byLength = new Map<number, Entry<T>[]>();
  for (const route of routes) {
    const segments = route.path.split('/').slice(1);
    byLength.set(segments.length, [...(byLength.get(segments.length) ?? []), { route, segments }]);
  }
  for (const entries of byLength.values()) {
    entries.sort((a, b) => parameterCount(a.segments) - parameterCount(b.segments));
  }

  return function match(method: string, rawPath: string): Match<T> {
    const raw = rawPath.split('/').slice(1);
    const segments = decodeAll(raw);
    if (!segments) return { found: 'nothing' };
    const methods: string[] = [];
    for (const entry of byLength.get(segments.length) ?? []) {
      const params = matchSegments(entry.segments, segments);
      if (!params) continue;
      if (entry.route.method === method) return { found: 'route', route: entry.route, params };
      methods.push(entry.route.method);
    }
    return methods.length > 0 ? { found: 'path', methods } : { found: 'nothing' };
  };
}

function parameterCount(segments: readonly string[]): number {
  return segments.filter((segment) => segment.startsWith('{')).length;
}

function matchSegments(template: readonly string[], segments: readonly string[]) {
  const params: Record<string, string> = {};
  for (const [index, expected] of template.entries()) {
    const actual = segments[index];
    if (actual === undefined) return undefined;
    if (!expected.startsWith('{')) {
      if (expected !== actual) return undefined;
    } else if (actual === '') {
      return undefined;
    } else {
      params[expected.slice(1, -1)] = actual;
    }
  }
  return params;
}

function decodeAll(raw: readonly string[]): string[] | undefined {
  try {
    return raw.map((segment) => decodeURIComponent(segment));
  } catch {
    return undefined;
  }
}
