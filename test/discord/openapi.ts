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

/** What Discord would refuse among these calls, as sentences; null when its description is not on this machine. */
export function bodyFaults(calls: readonly { route: string; body: Record<string, unknown> }[]): string[] | null {
  const check = bodyChecker();
  if (check === null) return null;
  return calls
    .filter(({ route, body }) => /^(?:POST|PATCH|PUT) /.test(route) && Object.keys(body).length > 0)
    .flatMap(({ route, body }) => {
      const [method = '', path = ''] = templateOf(route).split(' ');
      const fault = check(path, method.toLowerCase(), body);
      return fault === null ? [] : [`${route}: ${fault}`];
    });
}

function templateOf(route: string): string {
  return route
    .replace(/\/channels\/\d+/, '/channels/{channel_id}')
    .replace(/\/messages\/\d+/, '/messages/{message_id}')
    .replace(/\/interactions\/\d+\/[^/]+/, '/interactions/{interaction_id}/{interaction_token}')
    .replace(/\/webhooks\/\d+\/[^/]+/, '/webhooks/{webhook_id}/{webhook_token}')
    .replace(/\/applications\/\d+/, '/applications/{application_id}');
}
