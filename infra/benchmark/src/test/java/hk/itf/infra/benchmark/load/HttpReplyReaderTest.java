package hk.itf.infra.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpReplyReaderTest {

    @Test
    void readsBodiesOfKnownLengthOneAfterTheOther() throws IOException {
        var reader = reader("""
                HTTP/1.1 201 Created
                content-length: 8
                ETag: "3"

                {"a": 1}HTTP/1.1 200 OK
                Content-Length: 0

                """);

        var first = reader.read();
        var second = reader.read();

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.etag()).isEqualTo("\"3\"");
        assertThat(first.json().path("a").asInt()).isEqualTo(1);
        assertThat(first.keepsConnection()).isTrue();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.etag()).isNull();
        assertThat(second.json().isMissingNode()).isTrue();
    }

    @Test
    void joinsChunksAndSkipsTrailers() throws IOException {
        var reader = reader("""
                HTTP/1.1 200 OK
                Transfer-Encoding: chunked

                4
                Wiki
                B;note=x
                pedia, 2026
                0
                Expires: never

                HTTP/1.1 204 No Content

                """);

        assertThat(reader.read().text()).isEqualTo("Wikipedia, 2026");
        assertThat(reader.read().status()).isEqualTo(204);
    }

    @Test
    void readsBodyThatArrivesByteByByte() throws IOException {
        var reply = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";

        assertThat(new HttpReplyReader(byteByByte(reply)).read().text()).isEqualTo("abcde");
    }

    @Test
    void readsLongerBodyThanItsBuffer() throws IOException {
        var body = "x".repeat(100_000);

        assertThat(reader("HTTP/1.1 200 OK\nContent-Length: 100000\n\n" + body)
                        .read()
                        .text())
                .isEqualTo(body);
    }

    @Test
    void skipsInterimReply() throws IOException {
        assertThat(reader("HTTP/1.1 100 Continue\n\nHTTP/1.1 409 Conflict\nContent-Length: 0\n\n")
                        .read()
                        .status())
                .isEqualTo(409);
    }

    @Test
    void learnsThatServerClosesConnection() throws IOException {
        assertThat(reader("HTTP/1.1 200 OK\nConnection: close\nContent-Length: 0\n\n")
                        .read()
                        .keepsConnection())
                .isFalse();
        var withoutLength = reader("HTTP/1.1 200 OK\n\nuntil the end").read();
        assertThat(withoutLength.text()).isEqualTo("until the end");
        assertThat(withoutLength.keepsConnection()).isFalse();
    }

    @Test
    void refusesIncompleteReply() {
        assertThatThrownBy(() ->
                        reader("HTTP/1.1 200 OK\nContent-Length: 10\n\nabc").read())
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader("").read()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader("SSH-2.0-OpenSSH_9.2\n").read()).hasMessageContaining("HTTP/1.1");
    }

    private static HttpReplyReader reader(String lines) {
        return new HttpReplyReader(
                new ByteArrayInputStream(lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static InputStream byteByByte(String text) {
        var all = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        return new InputStream() {
            @Override
            public int read() {
                return all.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return all.read(target, offset, Math.min(length, 1));
            }
        };
    }
}
