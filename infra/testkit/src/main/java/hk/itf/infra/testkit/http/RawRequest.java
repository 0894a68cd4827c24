package hk.itf.infra.testkit.http;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP request as bytes, so that a test can send malformed requests. Headers are sent as ISO 8859-1. Each request
 * uses a new connection.
 *
 * @param chunked whether the body is sent in chunks, without a {@code Content-Length}
 */
public record RawRequest(String method, String target, List<String> headers, byte[] body, boolean chunked) {

    private static final int CHUNK = 8192;
    private static final int TIMEOUT_MILLIS = 20_000;

    public static RawRequest of(String method, String target) {
        return new RawRequest(method, target, List.of(), new byte[0], false);
    }

    public RawRequest with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new RawRequest(method, target, more, body, chunked);
    }

    public RawRequest without(String name) {
        var fewer = headers.stream()
                .filter(line -> !line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .toList();
        return new RawRequest(method, target, fewer, body, chunked);
    }

    /** The same request with the header replaced. */
    public RawRequest replacing(String name, String value) {
        return without(name).with(name, value);
    }

    public RawRequest body(byte[] bytes) {
        return new RawRequest(method, target, headers, bytes, chunked);
    }

    public RawRequest body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    public RawRequest inChunks() {
        return new RawRequest(method, target, headers, body, true);
    }

    /** Sends the request to the application under test. */
    public RawReply send() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                socket.getOutputStream().write(bytes());
                socket.getOutputStream().flush();
            } catch (IOException closedEarly) {
                // the server may have replied before it closed the connection
            }
            return RawReply.parse(received(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target.substring(0, Math.min(64, target.length())), e);
        }
    }

    private byte[] received(Socket socket) throws IOException {
        var received = new ByteArrayOutputStream();
        var buffer = new byte[CHUNK];
        try {
            for (var read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
                received.write(buffer, 0, read);
            }
        } catch (IOException reset) {
            if (received.size() == 0) {
                throw reset;
            }
        }
        return received.toByteArray();
    }

    private byte[] bytes() {
        var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        head.append("Connection: close\r\n");
        var hasLength = headers.stream().anyMatch(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15));
        if (chunked) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (!hasLength && (body.length > 0 || !method.equals("GET"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (chunked) {
            for (var from = 0; from < body.length; from += CHUNK) {
                var size = Math.min(CHUNK, body.length - from);
                bytes.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                bytes.write(body, from, size);
                bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }
}
