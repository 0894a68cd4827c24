package hk.itf.infra.http.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that takes an {@code Idempotency-Key}. The response is stored in the transaction of the effect. The same key
 * with the same body gets the stored response, with another body 422, and 409 while the first request runs. A refused
 * request stores nothing.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
