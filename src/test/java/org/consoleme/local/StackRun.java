package org.consoleme.local;

/**
 * One life of a stack.
 *
 * @param settings what it is made of
 * @param state where it keeps what survives
 * @param started what runs so far
 * @param progress where it says what it does
 */
record StackRun(StackSettings settings, StateFolder state, Started started, Progress progress) {

    /** The same life as one more server has it. */
    StackRun forNode(String name) {
        return new StackRun(settings.forNode(name), state, started, progress);
    }
}
