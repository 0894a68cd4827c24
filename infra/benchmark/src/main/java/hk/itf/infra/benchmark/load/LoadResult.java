package hk.itf.infra.benchmark.load;

/**
 * The result of a load.
 *
 * @param count pieces of work that were done
 * @param wallNanos from the first start to the last end
 * @param latencies one for each piece of work
 * @param calls requests that were answered
 * @param clientNanos CPU time of the client's threads
 */
public record LoadResult(int count, long wallNanos, Latencies latencies, long calls, long clientNanos) {

    public double perSecond() {
        return count * 1e9 / wallNanos;
    }

    /** CPU time of the client for one request. */
    public double clientMicrosPerCall() {
        return calls == 0 ? 0 : clientNanos / 1e3 / calls;
    }
}
