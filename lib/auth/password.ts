import { hash, verify } from '@node-rs/argon2'

// The hash of a text that nobody knows, with the parameters of every other: checking against it takes as long.
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$aseqsf5iO4j8KjjCE/RApA$g14CuBPAYMbg3RHlKqs6QhB1nCqUM1sirILU+dkZQMQ'

/** Argon2id with the library's parameters (OWASP's: 19 MiB, two passes), salted; 60 ms or so. */
export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

/** Without a hash, because there is no such user, it takes as long and says no. */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODY, password)
  return matches && passwordHash !== null
}
