package hk.itf.infra.benchmark.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A keep-alive connection to one server, for one thread at a time. The first request opens it. */
final class HttpConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 30_000;

    private final int port;
    private final String host;
    private @Nullable Socket socket;
    private @Nullable OutputStream out;
    private @Nullable HttpReplyReader in;

    HttpConnection(int port) {
        this.port = port;
        host = "127.0.0.1:" + port;
    }

    /**
     * Sends the request and waits for the reply. A request on a connection that the server had already closed is sent again on
     * a new one; its idempotency key makes that harmless.
     */
    HttpReply send(HttpRequest request, String authorization) throws IOException {
        var bytes = request.bytes(host, authorization);
        if (socket != null) {
            try {
                return exchange(bytes);
            } catch (EOFException | SocketException idleTooLong) {
                close();
            }
        }
        open();
        return exchange(bytes);
    }

    private HttpReply exchange(byte[] bytes) throws IOException {
        try {
            Objects.requireNonNull(out).write(bytes);
            var reply = Objects.requireNonNull(in).read();
            if (!reply.keepsConnection()) {
                close();
            }
            return reply;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        var opened = new Socket();
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(ANSWER_MILLIS);
        opened.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        socket = opened;
        out = opened.getOutputStream();
        in = new HttpReplyReader(opened.getInputStream());
    }

    @Override
    public void close() {
        var closing = socket;
        socket = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (IOException alreadyBroken) {
                // nothing more to release
            }
        }
    }
}
