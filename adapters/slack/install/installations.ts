import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { ChatHost } from '../../contract.ts';
import type { Seal } from './seal.ts';

/**
 * Installations of many workspaces, sealed. An organisation-wide one (Enterprise Grid) stands under the organisation;
 * its workspaces are known once an event names both.
 */
export function createInstallations({ installations, now }: ChatHost, seal: Seal) {
  const read = async (key: string): Promise<Installation | null> => {
    const sealed = await installations.installation(key);
    return sealed === null ? null : (JSON.parse(seal.open(sealed)) as Installation);
  };
  const store: InstallationStore = {
    async storeInstallation(installation) {
      const key = keyOf(installation.isEnterpriseInstall ? undefined : installation.team?.id, installation.enterprise?.id);
      await installations.saveInstallation(key, seal.close(JSON.stringify(installation)), now());
    },
    async fetchInstallation({ teamId, enterpriseId, isEnterpriseInstall }) {
      const own = isEnterpriseInstall || teamId === undefined ? null : await read(keyOf(teamId, undefined));
      const found = own ?? (enterpriseId === undefined ? null : await read(keyOf(undefined, enterpriseId)));
      if (found === null) throw new Error('the workspace has not installed Brevier');
      return found;
    },
    async deleteInstallation({ teamId, enterpriseId, isEnterpriseInstall }) {
      await installations.removeInstallation(keyOf(isEnterpriseInstall ? undefined : teamId, enterpriseId));
    },
  };
  return {
    store,
    /** Remembers that a workspace is part of an organisation, so that a digest finds its way there without an event. */
    async noteOrganisation(teamId: string, enterpriseId: string): Promise<void> {
      const key = `slack-org-of:${teamId}`;
      if ((await installations.installation(key)) === null) await installations.saveInstallation(key, seal.close(enterpriseId), now());
    },
    /** How the installation behind a workspace is asked for. */
    async queryFor(teamId: string): Promise<InstallationQuery<boolean>> {
      if ((await installations.installation(keyOf(teamId, undefined))) !== null) {
        return { teamId, enterpriseId: undefined, isEnterpriseInstall: false };
      }
      const sealed = await installations.installation(`slack-org-of:${teamId}`);
      return sealed === null
        ? { teamId, enterpriseId: undefined, isEnterpriseInstall: false }
        : { teamId, enterpriseId: seal.open(sealed), isEnterpriseInstall: true };
    },
  };
}

export type Installations = ReturnType<typeof createInstallations>;

function keyOf(teamId: string | undefined, enterpriseId: string | undefined): string {
  return teamId === undefined ? `slack-org:${enterpriseId ?? 'unknown'}` : `slack:${teamId}`;
}
