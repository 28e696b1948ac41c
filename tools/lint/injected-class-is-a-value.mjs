/**
 * Nest reads constructor parameters from emitted metadata. With `import type` the class is erased, the metadata says
 * `Object`, and injection fails only at start. TypeScript does not notice; this rule does.
 */
const typeOnlyNames = (program) =>
  new Set(
    program.body
      .filter((node) => node.type === 'ImportDeclaration')
      .flatMap((node) =>
        node.specifiers.filter((item) => node.importKind === 'type' || item.importKind === 'type'),
      )
      .map((item) => item.local.name),
  );

const typeName = (parameter) => {
  const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const annotation = target.typeAnnotation?.typeAnnotation;
  return annotation?.type === 'TSTypeReference' ? annotation.typeName.name : undefined;
};

const isDecorated = (node) => (node.decorators ?? []).length > 0;

export const injectedClassIsAValue = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      erased:
        "'{{name}}' is injected by its class but imported as a type: import it as a value, or name a token with @Inject(…).",
    },
  },
  create(context) {
    let erased = new Set();
    return {
      Program: (program) => {
        erased = typeOnlyNames(program);
      },
      'MethodDefinition[kind="constructor"]': (constructor) => {
        if (!isDecorated(constructor.parent.parent)) return;
        for (const parameter of constructor.value.params) {
          const name = typeName(parameter);
          if (erased.has(name) && !isDecorated(parameter)) {
            context.report({ node: parameter, messageId: 'erased', data: { name } });
          }
        }
      },
    };
  },
};
