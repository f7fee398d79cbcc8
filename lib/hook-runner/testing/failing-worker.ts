/** A worker that never starts. */
throw new Error('this worker cannot start');
