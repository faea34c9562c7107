const opening = new Set(['transaction', 'inTransaction', 'withTransaction']);

/**
 * The expression `db` of `db.transaction(…)`, `db.transaction().execute(…)` or
 * `municipalityTransaction(db, …)`, else undefined.
 */
function transactionOwner(call) {
  const { callee } = call;
  if (callee.type === 'Identifier' && callee.name.endsWith('Transaction')) return call.arguments[0];
  if (callee.type !== 'MemberExpression') return undefined;
  if (opening.has(callee.property.name)) return callee.object;
  if (callee.property.name === 'execute' && callee.object.type === 'CallExpression') {
    return transactionOwner(callee.object);
  }
  return undefined;
}

/**
 * Reports the outer connection used inside a transaction's callback. PGlite has one session, so
 * such a query waits for the transaction it stands in, for ever.
 */
export const noRootConnectionInTransaction = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      root: 'Inside this transaction, use its own connection: "{{owner}}" would wait for ever on PGlite.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    const open = [];

    function enter(call) {
      const body = call.arguments.at(-1);
      const owner = transactionOwner(call);
      if (!owner || !/Function/.test(body?.type ?? '')) return;
      open.push({ call, body, owner: sourceCode.getText(owner) });
    }

    function check(node) {
      const text = sourceCode.getText(node);
      const inside = open.find(
        ({ body, owner }) =>
          owner === text && node.range[0] >= body.range[0] && node.range[1] <= body.range[1],
      );
      if (inside && !isShadowed(node, inside.body)) {
        context.report({ node, messageId: 'root', data: { owner: text } });
      }
    }

    /** A parameter or local of the same name inside the callback is another connection. */
    function isShadowed(node, body) {
      if (node.type !== 'Identifier') return false;
      const reference = sourceCode
        .getScope(node)
        .references.find(({ identifier }) => identifier === node);
      const definition = reference?.resolved?.defs[0]?.name;
      if (!reference) return true;
      return (
        definition !== undefined &&
        definition.range[0] >= body.range[0] &&
        definition.range[1] <= body.range[1]
      );
    }

    return {
      CallExpression: enter,
      Identifier: check,
      MemberExpression: check,
      'CallExpression:exit': (call) => {
        if (open.at(-1)?.call === call) open.pop();
      },
    };
  },
};
