// Runs something at once when it is asked for, and while it is asked for again and again no more often than every so many milliseconds.

export function paced(run: () => void, every_ms: number): { ask: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;

  function ask(): void {
    if (timer !== undefined) {
      again = true;
      return;
    }
    run();
    timer = setTimeout(() => {
      timer = undefined;
      if (!again) return;
      again = false;
      ask();
    }, every_ms);
  }

  return {
    ask,
    stop() {
      clearTimeout(timer);
      timer = undefined;
      again = false;
    },
  };
}
