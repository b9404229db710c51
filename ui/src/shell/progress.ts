// "34 of 120, 12 a second, 8 seconds left".
import { type Sample, left, rate } from "../state/tasks.svelte";
import { grouped, lasting } from "../words";

export function progressWords(done: number, of: number, samples: Sample[]): string {
  if (of === 0) return "Starting";
  const speed = rate(samples);
  const still = left(done, of, speed);
  return [
    `${grouped(done)} of ${grouped(of)}`,
    speed === undefined ? "" : `${speed < 10 ? speed.toFixed(1) : grouped(Math.round(speed))} a second`,
    still === undefined ? "" : `${lasting(still)} left`,
  ]
    .filter(Boolean)
    .join(", ");
}
