import { hash, verify } from '@node-rs/argon2'

// argon2id is the library's default kind. 64 MiB and two passes are above OWASP's minimum (19 MiB, two passes, 2023) and
// take about 100 ms here.
const cost = { memoryCost: 65_536, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

export async function isPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password.normalize('NFC'))
}
