import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * What each folder may take from the others. `types` are for `import type` alone. A folder that is
 * not listed (scripts, test) may import everything; every folder may import itself.
 */
const allowed = {
  domain: { values: [], types: [] },
  config: { values: ['domain'], types: [] },
  database: { values: ['domain'], types: [] },
  activities: { values: ['domain', 'database'], types: [] },
  workflows: { values: ['domain'], types: ['activities'] },
  server: { values: ['domain', 'database', 'config', 'workflows/messages'], types: ['workflows'] },
  worker: {
    values: ['domain', 'database', 'config', 'activities', 'workflows'],
    types: [],
  },
  'forms-ui': { values: ['domain'], types: [] },
};

/** The path below the project's root, with forward slashes, of an absolute file name. */
function projectPath(file) {
  return path.relative(root, file).split(path.sep).join('/');
}

function isWithin(target, folders) {
  return folders.some((folder) => target === folder || target.startsWith(`${folder}/`));
}

function mayImport(area, target, typesOnly) {
  const directions = allowed[area];
  if (!directions || isWithin(target, [area])) return true;
  // Data and tools at the root (package.json) belong to no folder.
  if (!target.includes('/') && !(target in allowed) && !['scripts', 'test'].includes(target)) {
    return true;
  }
  return isWithin(target, directions.values) || (typesOnly && isWithin(target, directions.types));
}

/** Reports an import that goes against the architecture's directions. */
export const importDirections = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { direction: '{{area}} may not import {{target}}{{hint}}.' },
  },
  create(context) {
    const area = projectPath(context.filename).split('/')[0];

    function check(node, typesOnly) {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string' || !specifier.startsWith('.')) return;
      const target = projectPath(path.resolve(path.dirname(context.filename), specifier));
      if (mayImport(area, target, typesOnly)) return;
      const hint = mayImport(area, target, true) ? ' except by "import type"' : '';
      context.report({ node, messageId: 'direction', data: { area, target, hint } });
    }

    return {
      ImportDeclaration: (node) => check(node, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, false),
      TSImportType: (node) => check(node, true),
    };
  },
};
