// A share of one core for a group of processes: by the kernel where this account may ask it, otherwise by
// stopping and continuing them, for as long as all cores together stand still.

import { availableParallelism } from 'node:os';
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';

const PERIOD_US = 100_000;
const V1 = '/sys/fs/cgroup/cpu';
const V2 = '/sys/fs/cgroup';

/** Processes that together get that share. */
export class Quota {
  /** How the last one was held. */
  static kind = 'none';
  static count = 0;

  constructor(share, folder, isV2) {
    Object.assign(this, { share, folder, isV2, pids: [] });
  }

  /** Of one core, from 0 to 1. */
  static of(share) {
    const isV2 = !existsSync(V1) && existsSync(`${V2}/cgroup.controllers`);
    const folder = `${isV2 ? V2 : V1}/touchstone-bench-${process.pid}-${Quota.count++}`;
    try {
      mkdirSync(folder);
      if (isV2) writeFileSync(`${folder}/cpu.max`, `${share * PERIOD_US} ${PERIOD_US}`);
      else {
        writeFileSync(`${folder}/cpu.cfs_period_us`, String(PERIOD_US));
        writeFileSync(`${folder}/cpu.cfs_quota_us`, String(share * PERIOD_US));
      }
      Quota.kind = 'a control group';
      return new Quota(share, folder, isV2);
    } catch {
      Quota.kind = 'stopped and continued';
      return new Quota(share, null, false);
    }
  }

  /** From now on; processes that they start are theirs, too. */
  hold(pids) {
    this.pids = pids;
    if (this.folder) {
      for (const pid of pids) {
        try {
          writeFileSync(`${this.folder}/cgroup.procs`, pid);
        } catch {
          // It has ended meanwhile.
        }
      }
      return;
    }
    const period = 40;
    const stopped = period * (1 - this.share / availableParallelism());
    const signal = (name) => {
      for (const pid of this.pids) {
        try {
          process.kill(Number(pid), name);
        } catch {
          // It has ended meanwhile.
        }
      }
    };
    this.timer = setInterval(() => {
      signal('SIGSTOP');
      setTimeout(() => signal('SIGCONT'), stopped);
    }, period);
    this.go = () => signal('SIGCONT');
  }

  /** No more; where the processes have ended, nothing is left of it. */
  release() {
    clearInterval(this.timer);
    this.go?.();
    if (!this.folder) return;
    const root = this.isV2 ? V2 : V1;
    for (const pid of this.pids) {
      try {
        writeFileSync(`${root}/cgroup.procs`, pid);
      } catch {
        // It has ended meanwhile.
      }
    }
    try {
      rmdirSync(this.folder);
    } catch {
      // A process that they started is still in it; it goes with the machine.
    }
  }
}
