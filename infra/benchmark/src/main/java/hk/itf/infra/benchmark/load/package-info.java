/** A lean HTTP/1.1 client for load: blocking keep-alive sockets, hand-written requests and a hand-written reader of replies. */
@NullMarked
package hk.itf.infra.benchmark.load;

import org.jspecify.annotations.NullMarked;
