@NullMarked
package hk.itf.infra.local.http;

import org.jspecify.annotations.NullMarked;
