import { hchacha } from '@noble/ciphers/chacha.js';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { concat, utf8 } from '../../shared/crypto/bytes.ts';
import { words } from '../../shared/crypto/words.ts';

const TAG_BYTES = 16;
const SIGMA = words(utf8('expand 32-byte k'));

/**
 * Seals content with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha). OpenSSL does the bulk, which a large wallet waits for: noble's own
 * takes half a second for 40 MB, this a tenth of it.
 * @param nonce 24 bytes, never used twice with the key.
 */
export function sealXChaCha(
  key: Uint8Array,
  nonce: Uint8Array,
  header: Uint8Array,
  content: Uint8Array,
): Uint8Array {
  const inner = innerOf(key, nonce);
  const cipher = createCipheriv('chacha20-poly1305', inner.key, inner.nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(header, { plaintextLength: content.length });
  const sealed = concat(cipher.update(content), cipher.final(), cipher.getAuthTag());
  inner.key.fill(0);
  return sealed;
}

/** Opens what `sealXChaCha` sealed. @throws Error when a bit of header or content is another one. */
export function openXChaCha(
  key: Uint8Array,
  nonce: Uint8Array,
  header: Uint8Array,
  sealed: Uint8Array,
): Uint8Array {
  if (sealed.length < TAG_BYTES) throw new Error('too short to be authenticated');
  const inner = innerOf(key, nonce);
  const end = sealed.length - TAG_BYTES;
  const cipher = createDecipheriv('chacha20-poly1305', inner.key, inner.nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(header, { plaintextLength: end });
  cipher.setAuthTag(sealed.subarray(end));
  inner.key.fill(0);
  const content = cipher.update(sealed.subarray(0, end));
  cipher.final();
  return new Uint8Array(content.buffer, content.byteOffset, content.length);
}

/** The key and nonce of the plain cipher inside: HChaCha20 of the first 16 bytes of the nonce, and the other 8. */
function innerOf(
  key: Uint8Array,
  nonce: Uint8Array,
): { readonly key: Uint8Array; readonly nonce: Uint8Array } {
  const derived = new Uint32Array(8);
  hchacha(SIGMA, words(key), words(nonce.subarray(0, 16)), derived);
  return { key: new Uint8Array(derived.buffer), nonce: concat(new Uint8Array(4), nonce.subarray(16)) };
}
