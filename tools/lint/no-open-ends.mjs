/** Upper case only: "todo" is an everyday Spanish word. */
const openEnd = /\b(TODO|FIXME|XXX|HACK)\b/;

export const noOpenEnds = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      open: "'{{word}}' in a comment: finish it now, or open an issue and leave the code without the mark.",
    },
  },
  create: (context) => ({
    Program: () => {
      for (const comment of context.sourceCode.getAllComments()) {
        const word = openEnd.exec(comment.value)?.[1];
        if (word !== undefined) context.report({ loc: comment.loc, messageId: 'open', data: { word } });
      }
    },
  }),
};
