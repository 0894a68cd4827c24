/** Caps and quotas: how much a subject may have in a period, and how much is still unused. */
@NullMarked
package hk.itf.model.scheme.allowance;

import org.jspecify.annotations.NullMarked;
