package hk.itf.infra.benchmark.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param method such as POST
 * @param path with its query
 * @param contentType null if there is no body
 * @param body empty if there is none
 * @param idempotencyKey null if the request carries none
 * @param ifMatch ETag of the version to change, or null
 */
record HttpRequest(
        String method,
        String path,
        @Nullable String contentType,
        byte[] body,
        @Nullable String idempotencyKey,
        @Nullable String ifMatch) {

    private static final byte[] NO_BODY = {};

    static HttpRequest get(String path) {
        return new HttpRequest("GET", path, null, NO_BODY, null, null);
    }

    /** The bytes to send. */
    byte[] bytes(String host, String authorization) {
        var head = new StringBuilder(1024)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\nAuthorization: ")
                .append(authorization);
        header(head, "Content-Type", contentType);
        header(head, "Idempotency-Key", idempotencyKey);
        header(head, "If-Match", ifMatch);
        if (contentType != null) {
            head.append("\r\nContent-Length: ").append(body.length);
        }
        head.append("\r\n\r\n");
        var bytes = new ByteArrayOutputStream(head.length() + body.length);
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static void header(StringBuilder head, String name, @Nullable String value) {
        if (value != null) {
            head.append("\r\n").append(name).append(": ").append(value);
        }
    }
}
