import { gatheringMs, longestGatheringMs, nextMendingStep } from '../../domain/mending';
import { nextMoment } from '../../domain/reminder-plan';

const now = Date.UTC(2027, 2, 1, 12);
const day = 24 * 3600 * 1000;
const task = { id: 'm', round: 'm', deadlineAt: now + 3 * day, remindAt: [now + 2 * day] };
const dead = 'ada@lyktan.example';
const asked = { task, openedAt: now, told: [dead], lastMoment: null };
const unasked = { ...asked, task: null, told: [] };
const quiet = { isSending: false, now };

describe('letters that did not arrive', () => {
  it('are asked about together once the others of the case have gone, but not too late', () => {
    const sending = { isSending: true, now };
    expect(nextMendingStep(unasked, [dead], sending)).toEqual({
      do: 'wait',
      until: now + gatheringMs,
    });
    expect(nextMendingStep(unasked, [dead], quiet)).toEqual({ do: 'ask' });
    const late = { isSending: true, now: now + longestGatheringMs };
    expect(nextMendingStep(unasked, [dead], late)).toEqual({ do: 'ask' });
  });

  it('are asked about again when another address takes none, not when the same one goes on', () => {
    expect(nextMendingStep(asked, [dead], quiet)).toMatchObject({ do: 'wait' });
    expect(nextMendingStep(asked, [dead, 'bo@lyktan.example'], quiet)).toEqual({ do: 'ask' });
  });

  it('are reminded of once at each moment, and every week when they are overdue', () => {
    const due = { isSending: false, now: now + 2 * day };
    const first = nextMendingStep(asked, [dead], due);
    expect(first).toMatchObject({ do: 'remind', moment: { kind: 'reminder', ordinal: 1 } });
    const lastMoment = first.do === 'remind' ? first.key : null;
    expect(nextMendingStep({ ...asked, lastMoment }, [dead], due)).toEqual({
      do: 'wait',
      until: task.deadlineAt,
    });
    const late = { isSending: false, now: now + 11 * day };
    expect(nextMendingStep(asked, [dead], late)).toMatchObject({
      do: 'remind',
      moment: { kind: 'overdue', ordinal: 2 },
    });
    expect(nextMoment(task, late.now).at).toBeGreaterThan(late.now);
  });

  it('are done with when none is left', () => {
    expect(nextMendingStep(asked, [], quiet)).toEqual({ do: 'close' });
  });
});
