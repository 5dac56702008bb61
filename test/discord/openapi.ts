import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { sharedPath } from '../parts.ts';

interface Spec {
  paths: Record<string, Record<string, { requestBody?: { content: { 'application/json': { schema: unknown } } } }>>;
  components: { schemas: Record<string, unknown> };
}

/**
 * Checks a request body against Discord's own OpenAPI description. Gives what is wrong with it, or null.
 * Null instead of a function when the description is not on this machine.
 */
export function bodyChecker(): ((path: string, method: string, body: unknown) => string | null) | null {
  const path = sharedPath('specs/discord-openapi.json');
  if (path === null) return null;
  const text = readFileSync(path, 'utf8').replaceAll('#/components/schemas/', '#/$defs/');
  const { paths, components } = JSON.parse(text) as Spec;
  return (name, method, body) => {
    const schema = paths[name]?.[method]?.requestBody?.content['application/json'].schema;
    if (schema === undefined) return `there is no ${method} ${name}`;
    const checked = z
      .fromJSONSchema({ ...(schema as object), $defs: components.schemas } as Parameters<typeof z.fromJSONSchema>[0])
      .safeParse(body);
    return checked.success ? null : z.prettifyError(checked.error);
  };
}
