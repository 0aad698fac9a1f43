/** What keeps the program from starting, said to the person who starts it: the message is all that need be shown. */
export class OperatorError extends Error {
  override name = 'OperatorError'
}
