"""Engines that put a visitor's face into a painted one."""
