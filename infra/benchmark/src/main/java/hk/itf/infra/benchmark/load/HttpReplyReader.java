package hk.itf.infra.benchmark.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the replies of one HTTP/1.1 connection, with a body of known length, a chunked body or none. */
final class HttpReplyReader {

    private static final int LONGEST_LINE = 16 * 1024;
    private static final byte[] NO_BODY = {};

    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private final byte[] line = new byte[LONGEST_LINE];
    private int next;
    private int end;

    HttpReplyReader(InputStream in) {
        this.in = in;
    }

    /** @throws EOFException if the server closed the connection before the reply was complete */
    HttpReply read() throws IOException {
        var status = status(readLine());
        while (status == 100) { // an interim reply; the final one follows
            skipHeaders();
            status = status(readLine());
        }
        var headers = readHeaders();
        return new HttpReply(status, headers.etag, readBody(status, headers), headers.keepsConnection);
    }

    private static final class Headers {
        private int length = -1;
        private boolean chunked;
        private boolean keepsConnection = true;
        private @Nullable String etag;
    }

    private static int status(String line) throws IOException {
        if (line.length() < 12 || !line.startsWith("HTTP/1.")) {
            throw new IOException("The server did not answer in HTTP/1.1: " + line);
        }
        return Integer.parseInt(line, 9, 12, 10);
    }

    private void skipHeaders() throws IOException {
        while (!readLine().isEmpty()) {
            // an interim reply has no body
        }
    }

    private Headers readHeaders() throws IOException {
        var headers = new Headers();
        for (var each = readLine(); !each.isEmpty(); each = readLine()) {
            var colon = each.indexOf(':');
            switch (each.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT)) {
                case "content-length" -> headers.length = Integer.parseInt(value(each, colon));
                case "transfer-encoding" -> headers.chunked = value(each, colon).equalsIgnoreCase("chunked");
                case "connection" ->
                    headers.keepsConnection = !value(each, colon).equalsIgnoreCase("close");
                case "etag" -> headers.etag = value(each, colon);
                default -> {
                    // other headers do not matter here
                }
            }
        }
        return headers;
    }

    private static String value(String header, int colon) {
        return header.substring(colon + 1).strip();
    }

    private byte[] readBody(int status, Headers headers) throws IOException {
        if (status == 204 || status == 304) {
            return NO_BODY;
        }
        if (headers.chunked) {
            return readChunks();
        }
        if (headers.length >= 0) {
            return readExactly(headers.length);
        }
        headers.keepsConnection = false; // the end of the connection is the end of the body
        return readToEnd();
    }

    private byte[] readChunks() throws IOException {
        var body = new ByteArrayOutputStream(1024);
        while (true) {
            var size = readLine();
            var extension = size.indexOf(';');
            var length = Integer.parseInt((extension < 0 ? size : size.substring(0, extension)).strip(), 16);
            if (length == 0) {
                skipHeaders(); // trailers
                return body.toByteArray();
            }
            body.writeBytes(readExactly(length));
            readLine();
        }
    }

    private byte[] readExactly(int length) throws IOException {
        var body = new byte[length];
        var have = Math.min(length, end - next);
        System.arraycopy(buffer, next, body, 0, have);
        next += have;
        if (in.readNBytes(body, have, length - have) < length - have) {
            throw new EOFException("The server closed the connection within a body.");
        }
        return body;
    }

    private byte[] readToEnd() throws IOException {
        var body = new ByteArrayOutputStream(1024);
        body.write(buffer, next, end - next);
        next = end;
        in.transferTo(body);
        return body.toByteArray();
    }

    /** Reads a line without its end. */
    private String readLine() throws IOException {
        var length = 0;
        while (true) {
            if (next == end) {
                fill();
            }
            var each = buffer[next++];
            if (each == '\n') {
                var withoutReturn = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
                return new String(line, 0, withoutReturn, StandardCharsets.ISO_8859_1);
            }
            if (length == LONGEST_LINE) {
                throw new IOException("A line of the reply is longer than %d bytes.".formatted(LONGEST_LINE));
            }
            line[length++] = each;
        }
    }

    private void fill() throws IOException {
        next = 0;
        end = Math.max(in.read(buffer), 0);
        if (end == 0) {
            throw new EOFException("The server closed the connection.");
        }
    }
}
