/** Rules of our own, small enough to need no package. */
const directive = /^\s*eslint-(?:disable|enable)(?:-next-line|-line)?\b/;

/** A suppression without a reason is a bug that nobody dares to remove. */
const requireDescription = {
  meta: { type: 'suggestion', schema: [] },
  create: context => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (
          directive.test(comment.value) &&
          !comment.value.includes('eslint-enable') &&
          !/\s--\s+\S.{9,}/s.test(comment.value)
        ) {
          context.report({
            loc: comment.loc,
            message: 'Say why on the same line: `// eslint-disable-next-line <rule> -- <the reason>`.',
          });
        }
      }
    },
  }),
};

const emptyNames = /^(.*-)?(helpers?|utils?|common|misc)$/;
const emptyNamesOfAFeature = /^(.*-)?(services?|controllers?|managers?|helpers?|utils?|common|misc)$/;

/** A name says the noun or the verb; `utils` grows into a second application. */
const fileName = {
  meta: { type: 'suggestion', schema: [] },
  create: context => ({
    Program(node) {
      const parts = context.filename.replaceAll('\\', '/').split('/');
      const base = (parts.at(-1) ?? '').replace(/^\./, '').replace(/(\.[a-z0-9]+)+$/, '');
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(base)) {
        context.report({ node, message: 'Name the file in kebab-case: `book-appointment.ts`.' });
      }
      const empty = parts.includes('features') ? emptyNamesOfAFeature : emptyNames;
      if ([base, parts.at(-2) ?? ''].some(name => empty.test(name))) {
        context.report({
          node,
          message:
            'Name the noun or the verb-noun this belongs to; service, controller, manager, helper, utils and common say nothing.',
        });
      }
    },
  }),
};

export const local = { rules: { 'require-description': requireDescription, 'file-name': fileName } };
