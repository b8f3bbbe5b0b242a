/** How a token names a qube. The two forms match each other. */
export type VmReference =
  { readonly by: 'name'; readonly name: string } | { readonly by: 'uuid'; readonly uuid: string };

/** Every token of the grammar, in a rule or in a request. */
export type Token =
  | { readonly kind: 'any' }
  | { readonly kind: 'anyvm' }
  | { readonly kind: 'adminvm' }
  | { readonly kind: 'default' }
  | { readonly kind: 'dispvm' }
  | { readonly kind: 'dispvm-of'; readonly vm: VmReference }
  | { readonly kind: 'dispvm-of-tag'; readonly tag: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'vm'; readonly vm: VmReference };

type TokenOf<Kind extends Token['kind']> = Extract<Token, { readonly kind: Kind }>;

/** What the source column may hold. */
export type SourceToken = TokenOf<
  'any' | 'anyvm' | 'adminvm' | 'tag' | 'type' | 'dispvm-of' | 'dispvm-of-tag' | 'vm'
>;

/** What `target=` and `default_target=` may hold. */
export type RedirectToken = TokenOf<'adminvm' | 'dispvm' | 'dispvm-of' | 'vm'>;

/** What a caller may ask for. */
export type RequestToken = RedirectToken | TokenOf<'default'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
const DOM0_UUID = '00000000-0000-0000-0000-000000000000';

/** The token of the target column, which may hold every kind; null for what is none. */
export function parseTargetToken(text: string): Token | null {
  switch (text) {
    case '*':
      return { kind: 'any' };
    case '@anyvm':
      return { kind: 'anyvm' };
    case '@adminvm':
      return { kind: 'adminvm' };
    case '@default':
      return { kind: 'default' };
    case '@dispvm':
      return { kind: 'dispvm' };
  }
  const dispvmTag = behind('@dispvm:@tag:', text);
  if (dispvmTag !== null) return { kind: 'dispvm-of-tag', tag: dispvmTag };
  const dispvm = behind('@dispvm:', text);
  if (dispvm !== null) return optional(parseReference(dispvm), (vm) => ({ kind: 'dispvm-of', vm }));
  const tag = behind('@tag:', text);
  if (tag !== null) return { kind: 'tag', tag };
  const type = behind('@type:', text);
  if (type !== null) return { kind: 'type', type };
  return optional(parseReference(text), (vm) => (isDom0(vm) ? { kind: 'adminvm' } : { kind: 'vm', vm }));
}

/** The token of the source column; null for what is none. */
export function parseSourceToken(text: string): SourceToken | null {
  const token = parseTargetToken(text);
  return token === null || token.kind === 'default' || token.kind === 'dispvm' ? null : token;
}

/** The value of `target=` or `default_target=`; null for what is none. */
export function parseRedirectToken(text: string): RedirectToken | null {
  const token = parseRequestToken(text);
  return token === null || token.kind === 'default' ? null : token;
}

/** The target of a request, not empty; null for what is none. */
export function parseRequestToken(text: string): RequestToken | null {
  const token = parseTargetToken(text);
  switch (token?.kind) {
    case 'adminvm':
    case 'default':
    case 'dispvm':
    case 'dispvm-of':
    case 'vm':
      return token;
    default:
      return null;
  }
}

function parseReference(text: string): VmReference | null {
  if (text === '' || text.startsWith('@')) return null;
  if (!text.startsWith('uuid:')) return { by: 'name', name: text };
  const uuid = text.slice('uuid:'.length);
  return UUID.test(uuid) ? { by: 'uuid', uuid } : null;
}

function isDom0(vm: VmReference): boolean {
  return vm.by === 'name' ? vm.name === 'dom0' : vm.uuid === DOM0_UUID;
}

/** What follows a prefix; null without the prefix or with nothing behind it. */
function behind(prefix: string, text: string): string | null {
  return text.startsWith(prefix) && text.length > prefix.length ? text.slice(prefix.length) : null;
}

function optional<Value, Made>(value: Value | null, make: (value: Value) => Made): Made | null {
  return value === null ? null : make(value);
}
