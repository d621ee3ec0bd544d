"""What runs before the application: finds or makes its environment.

Called by the start scripts with whatever Python the computer has, so these modules use
the standard library only.
"""
