let common: Promise<ReadonlySet<string>> | undefined;

/** Half a megabyte that most processes never need: loaded at the first password that is set. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
}

/**
 * Whether a password is one of the 49,000 that are tried first (ASVS 5, 6.2.4), as it stands, repeated, or with digits and
 * signs hung on: that is what people make of a common password to reach a length.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  const list = await (common ??= commonPasswords());
  const small = password.toLowerCase();
  const bare = small.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const listed = [small, bare, repeatedPart(small), repeatedPart(bare)].some(
    (part) => part !== null && list.has(part),
  );
  return listed || isFewSignsRepeated(small);
}

/** Up to four characters over and over. */
function isFewSignsRepeated(text: string): boolean {
  const part = repeatedPart(text);
  return part !== null && [...part].length <= 4;
}

/** `abcabcabc`: `abc`. Null where nothing repeats. */
function repeatedPart(text: string): string | null {
  const at = (text + text).indexOf(text, 1);
  return at > 0 && at < text.length ? text.slice(0, at) : null;
}
