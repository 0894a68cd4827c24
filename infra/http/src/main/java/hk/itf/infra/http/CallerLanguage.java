package hk.itf.infra.http;

import hk.itf.infra.text.Language;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The language of a response: the one that the header {@code Accept-Language} of the request prefers. */
public class CallerLanguage {

    private static final String MDC_KEY = "language";

    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        MDC.put(
                MDC_KEY,
                Language.preferredBy(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                        .name());
    }

    /** The language of the request that is being handled; English outside a request. */
    public static Language current() {
        var current = MDC.get(MDC_KEY);
        return current == null ? Language.ENGLISH : Language.valueOf(current.toString());
    }
}
