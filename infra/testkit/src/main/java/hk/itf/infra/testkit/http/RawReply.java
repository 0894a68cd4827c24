package hk.itf.infra.testkit.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The reply to a {@link RawRequest}.
 *
 * @param status 0 when the server closed the connection without a reply
 * @param headers by name in lower case
 */
public record RawReply(int status, Map<String, String> headers, String body) {

    private static final String END_OF_HEAD = "\r\n\r\n";

    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    static RawReply parse(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var end = text.indexOf(END_OF_HEAD);
        if (end < 0) {
            return new RawReply(0, Map.of(), "");
        }
        var lines = text.substring(0, end).split("\r\n");
        var headers = new TreeMap<String, String>();
        for (var i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        var rest = text.substring(end + END_OF_HEAD.length());
        var body = "chunked".equalsIgnoreCase(headers.get("transfer-encoding")) ? withoutChunkSizes(rest) : rest;
        return new RawReply(
                Integer.parseInt(lines[0].split(" ")[1]),
                headers,
                new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private static String withoutChunkSizes(String chunks) {
        var body = new StringBuilder();
        var at = 0;
        while (at < chunks.length()) {
            var line = chunks.indexOf("\r\n", at);
            var size = Integer.parseInt(chunks.substring(at, line).strip(), 16);
            if (size == 0) {
                break;
            }
            body.append(chunks, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
        return body.toString();
    }
}
