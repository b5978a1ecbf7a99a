import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

export type SecretBox = {
  /** Encrypts with AES-256-GCM. `place` (table and id) is bound to the text: a row copied elsewhere does not open. */
  seal(secret: string, place: string): string
  /** Undefined when it was sealed with another key or for another place. */
  open(sealed: string, place: string): string | undefined
}

/** `key` is any text with at least 32 characters; its SHA-256 is the key. */
export function createSecretBox(key: string): SecretBox {
  const keyBytes = createHash('sha256').update(`akkord secret box ${key}`).digest()
  return {
    seal(secret, place) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyBytes, nonce).setAAD(Buffer.from(place))
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', keyBytes, bytes.subarray(0, 12)).setAAD(Buffer.from(place))
      decipher.setAuthTag(bytes.subarray(12, 28))
      const opened = decipher.update(bytes.subarray(28))
      try {
        return Buffer.concat([opened, decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
