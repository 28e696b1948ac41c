import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Bits of an authenticator's flags (WebAuthn 3, 6.1). */
const PRESENT = 0x01;
const VERIFIED = 0x04;
const CREDENTIAL_INCLUDED = 0x40;
/** Major types of CBOR (RFC 8949, 3.1). */
const CBOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, map: 5 } as const;

type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>;

/** How an answer may differ from the right one. What is left out is right. */
export interface Forgery {
  readonly origin?: string;
  readonly rpId?: string;
  /** What the client says that it asked for: `webauthn.get` or `webauthn.create`. */
  readonly type?: string;
  readonly present?: boolean;
  readonly verified?: boolean;
  /** Instead of one more than last time. */
  readonly counter?: number;
  readonly key?: KeyObject;
  /** What is sent in place of what was signed. */
  readonly sentData?: (signed: Buffer) => Buffer;
}

/** A passkey of ES256 in memory: the browser and the authenticator behind it, in one, as honest as a test wants them. */
export class SoftwareAuthenticator {
  counter = 0;
  readonly credentialId: Buffer;
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  constructor(
    private readonly rpId: string,
    private readonly origin: string,
    credentialId: Buffer = randomBytes(32),
  ) {
    this.credentialId = credentialId;
  }

  /** Registration, without an attestation. */
  create(challenge: string, forgery: Forgery = {}): string {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credentialId.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.credentialId, cborOf(this.coseKey())]);
    const authData = Buffer.concat([this.dataOf(forgery, CREDENTIAL_INCLUDED), credential]);
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', challenge, forgery).toString('base64url'),
      attestationObject: cborOf(attestation).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** A sign-in. */
  get(challenge: string, forgery: Forgery = {}): string {
    const signed = this.dataOf(forgery, 0);
    const clientData = this.clientData('webauthn.get', challenge, forgery);
    const text = Buffer.concat([signed, sha256(clientData)]);
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: (forgery.sentData?.(signed) ?? signed).toString('base64url'),
      signature: sign('sha256', text, forgery.key ?? this.pair.privateKey).toString('base64url'),
    });
  }

  private answer(response: Record<string, unknown>): string {
    const id = this.credentialId.toString('base64url');
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  private clientData(rightType: string, challenge: string, { type, origin }: Forgery): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: type ?? rightType,
        challenge,
        origin: origin ?? this.origin,
        crossOrigin: false,
      }),
    );
  }

  private dataOf({ rpId, present = true, verified = true, counter }: Forgery, flags: number): Buffer {
    const rest = Buffer.alloc(5);
    rest.writeUInt8(flags | (present ? PRESENT : 0) | (verified ? VERIFIED : 0));
    this.counter = counter ?? this.counter + 1;
    rest.writeUInt32BE(this.counter, 1);
    return Buffer.concat([sha256(rpId ?? this.rpId), rest]);
  }

  /** Key type EC2, algorithm ES256, curve P-256, and the point (RFC 9053, 7.1.1). */
  private coseKey(): ReadonlyMap<number, Cbor> {
    const { x = '', y = '' } = this.pair.publicKey.export({ format: 'jwk' });
    return new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
  }
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

function cborOf(value: Cbor): Buffer {
  if (typeof value === 'number')
    return value < 0 ? headOf(CBOR.negative, -1 - value) : headOf(CBOR.unsigned, value);
  if (typeof value === 'string')
    return Buffer.concat([headOf(CBOR.text, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([headOf(CBOR.bytes, value.length), value]);
  const entries = [...value].flatMap(([key, entry]) => [cborOf(key), cborOf(entry)]);
  return Buffer.concat([headOf(CBOR.map, value.size), ...entries]);
}

function headOf(major: number, count: number): Buffer {
  const type = major << 5;
  if (count < 24) return Buffer.from([type | count]);
  return count < 256 ? Buffer.from([type | 24, count]) : Buffer.from([type | 25, count >> 8, count & 255]);
}
