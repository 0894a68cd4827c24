/**
 * Papers: files attached to applications and claims, and the right to read them. A paper is attached and can be detached
 * from a claim; it is never deleted. A review task opens access to papers until its lease ends. The room uses application,
 * claim and amendment to check what can change and what a reviewer sees.
 */
@NullMarked
package hk.itf.applications.papers;

import org.jspecify.annotations.NullMarked;
