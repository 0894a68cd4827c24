/** Rules for the code of a service, as tests that can fail: layout, lifecycles, reception tables and texts. */
@NullMarked
package hk.itf.infra.houserules;

import org.jspecify.annotations.NullMarked;
