/** Why a remote call has no answer. The message is a sentence for whoever wrote the hook; `code` as Node's. */
export class CallProblem extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
