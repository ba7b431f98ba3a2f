import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A resource as a template declares it. */
export type Declared = { Type: string; Properties?: Record<string, unknown>; Condition?: string };
type Template = {
  Resources?: Record<string, Declared>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>;
  Parameters?: Record<string, { Default?: unknown }>;
  Conditions?: Record<string, unknown>;
  Mappings?: Record<string, Record<string, Record<string, unknown>>>;
};
type Artifact = { type: string; properties?: Record<string, string>; displayName?: string };
export type Stack = { name: string; template: Template };
type Assets = { files?: Record<string, { source: { path?: string } }> };

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

function readAssets(folder: string, file: string, assets: Map<string, string>): void {
  for (const [hash, { source }] of Object.entries(readJson<Assets>(join(folder, file)).files ?? {}))
    if (source.path) assets.set(hash, join(folder, source.path));
}

/** Stacks and asset folders of an assembly and of the assemblies nested in it (CDK stages). */
export function readFolder(folder: string, assets: Map<string, string>): Stack[] {
  const { artifacts = {} } = readJson<{ artifacts?: Record<string, Artifact> }>(
    join(folder, 'manifest.json'),
  );
  const readArtifact = ([id, { type, properties = {} }]: [string, Artifact]): Stack[] => {
    if (type === 'cdk:cloud-assembly')
      return readFolder(join(folder, properties.directoryName ?? id), assets);
    if (type === 'cdk:asset-manifest') readAssets(folder, String(properties.file), assets);
    if (type !== 'aws:cloudformation:stack') return [];
    const template = readJson<Template>(join(folder, String(properties.templateFile)));
    return [{ name: properties.stackName ?? id, template }];
  };
  return Object.entries(artifacts).flatMap(readArtifact);
}
